"""Before a workshop: what is looked at, what is found, what to do. And why an address is good or not."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # why phones can open an address, or not
    "address-hotspot": ("hotspot van deze laptop", "hotspot of this laptop"),
    "address-wifi": ("wifi", "Wi-Fi"),
    "address-wired": ("netwerk met kabel", "wired network"),
    "address-lan": ("gewoon netwerk", "ordinary network"),
    "address-public": (
        "adres van buiten: alleen als de telefoons op hetzelfde netwerk zitten",
        "a public address: only when the phones are on the same network",
    ),
    "address-bridge": ("netwerkbrug", "network bridge"),
    "address-mobile": (
        "mobiel internet: daar kunnen telefoons niet bij",
        "mobile broadband: phones cannot get there",
    ),
    "address-vpn": ("VPN: daar kunnen telefoons niet bij", "VPN: phones cannot get there"),
    "address-bluetooth": ("bluetooth: daar kunnen telefoons niet bij", "Bluetooth: phones cannot get there"),
    "address-wsl": (
        "Linux binnen Windows (WSL): daar kunnen telefoons niet bij; start het programma in Windows zelf",
        "Linux inside Windows (WSL): phones cannot get there; start the program in Windows itself",
    ),
    "address-docker": (
        "Docker, alleen binnen deze laptop: daar kunnen telefoons niet bij",
        "Docker, inside this laptop only: phones cannot get there",
    ),
    "address-virtual": (
        "netwerk voor virtuele machines: daar kunnen telefoons niet bij",
        "network for virtual machines: phones cannot get there",
    ),
    "address-link-local": (
        "noodadres: deze laptop kreeg geen adres van het netwerk",
        "makeshift address: the network gave this laptop none",
    ),
    "address-loopback": ("alleen deze laptop zelf", "this laptop itself only"),
    "address-elsewhere": ("deze laptop heeft dat adres niet", "this laptop does not have that address"),
    "address-no-address": (
        "dat is geen adres; een adres is bijvoorbeeld 192.168.1.20",
        "that is no address; an address is 192.168.1.20 for example",
    ),
    # the command
    "preflight-title": ("Klaar voor de zaal?", "Ready for the room?"),
    "preflight-stop": ("EERST DIT", "FIRST THIS"),
    "preflight-care": (
        "LET OP",
        "NOTE",
    ),
    "preflight-fine": ("IN ORDE", "FINE"),
    "preflight-do": ("Doe dit: {remedy}", "Do this: {remedy}"),
    "preflight-cannot": (
        "Zo kan de workshop nog niet beginnen: {count} × EERST DIT.",
        "The workshop cannot begin like this yet: {count} × FIRST THIS.",
    ),
    "preflight-can": ("De workshop kan beginnen.", "The workshop can begin."),
    "preflight-invite": (
        "Pak één telefoon, op de wifi van de zaal. Scan de code, of typ dit adres in de browser:",
        "Take one phone, on the Wi-Fi of the room. Scan the code, or type this address in its browser:",
    ),
    "preflight-invite-no-code": (
        "Pak één telefoon, op de wifi van de zaal. Typ dit adres in de browser:",
        "Take one phone, on the Wi-Fi of the room. Type this address in its browser:",
    ),
    "preflight-waiting": (
        "Wachten op een telefoon, hooguit {seconds} seconden. Overslaan: Ctrl+C.",
        "Waiting for a phone, {seconds} seconds at most. To skip: Ctrl+C.",
    ),
    # the page the phone sees
    "preflight-page-title": ("Het werkt", "It works"),
    "preflight-page": (
        "Deze telefoon kan meedoen. Kijk op de laptop.",
        "This phone can take part. Look at the laptop.",
    ),
    "preflight-page-itself-title": ("Dit is de laptop zelf", "This is the laptop itself"),
    "preflight-page-itself": (
        "Probeer het met een telefoon: die moet er ook bij kunnen.",
        "Try it with a phone: that has to get here too.",
    ),
    # window and colours
    "preflight-window": ("Venster: {columns} × {rows}.", "Window: {columns} × {rows}."),
    "preflight-window-small": (
        "Het venster is te klein: {columns} × {rows} tekens. Een workshop heeft {least} × {low} nodig.",
        "The window is too small: {columns} × {rows} characters. A workshop needs {least} × {low}.",
    ),
    "preflight-window-small-do": (
        "Maak het venster groter (schermvullend), of de letters kleiner: Ctrl en −.",
        "Make the window larger (full screen), or the letters smaller: Ctrl and −.",
    ),
    "preflight-window-large": (
        "In het venster passen {columns} × {rows} tekens: achterin de zaal zijn de letters klein.",
        "The window holds {columns} × {rows} characters: at the back of the room the letters are small.",
    ),
    "preflight-window-large-do": (
        "Maak de letters groter, met Ctrl en +, tot er ongeveer 80 × 24 in passen. "
        "Ga achterin staan: lukt lezen?",
        "Make the letters larger, with Ctrl and +, until about 80 × 24 fit. "
        "Stand at the back: can you read it?",
    ),
    "preflight-no-window": (
        "Er is geen venster om te bekijken; de teksten zijn nagekeken voor 60 × 20.",
        "There is no window to look at; the texts were checked for 60 × 20.",
    ),
    "preflight-no-window-do": (
        "Draai dit op de laptop zelf, in het venster dat de zaal ziet.",
        "Run this on the laptop itself, in the window the room will see.",
    ),
    "preflight-no-colours": ("Deze terminal toont geen kleuren.", "This terminal shows no colours."),
    "preflight-no-colours-do": (
        "Het kan zo. Liever wel kleur? Haal NO_COLOR weg, of neem een andere terminal.",
        "It works like this. Want colours? Unset NO_COLOR, or take another terminal.",
    ),
    "preflight-few-colours": (
        "Deze terminal toont zestien kleuren en kiest zelf de tint: zwart op wit kan er grijs uitzien.",
        "This terminal shows sixteen colours and picks the shades itself: black on white may look grey.",
    ),
    "preflight-few-colours-do": (
        "Neem een andere terminal (op Windows: Windows Terminal), of zet TERM=xterm-256color.",
        "Take another terminal (on Windows: Windows Terminal), or set TERM=xterm-256color.",
    ),
    "preflight-contrast": (
        "Contrast van de kleuren: minstens {ratio} op 1 ({enough} is genoeg).",
        "Contrast of the colours: at least {ratio} to 1 ({enough} is enough).",
    ),
    "preflight-faint": (
        "Niet alle kleuren zijn achterin te lezen: {names}. Het zwakste contrast is {ratio} op 1; "
        "{enough} is genoeg.",
        "Not all colours can be read from the back: {names}. The weakest contrast is {ratio} to 1; "
        "{enough} is enough.",
    ),
    "preflight-faint-do": (
        "Laat de zaal zwart op wit zien: laat --look weg. Of maak de zaal donkerder.",
        "Show the room black on white: leave --look out. Or make the room darker.",
    ),
    # texts
    "preflight-no-level": ("De teksten zijn niet nagekeken.", "The texts were not checked."),
    "preflight-no-level-do": (
        "Noem het gesprek: {command} workshop --preflight GESPREK",
        "Name the conversation: {command} workshop --preflight CONVERSATION",
    ),
    "preflight-fits": (
        "Alle teksten van “{level}” passen in {columns} × {rows}.",
        "All texts of “{level}” fit in {columns} × {rows}.",
    ),
    "preflight-text": (
        "Past niet in één keer op het scherm, {where}: {lines} regels, er is plaats voor {room}. “{words}”",
        "Does not fit on the screen at once, {where}: {lines} lines, there is room for {room}. “{words}”",
    ),
    "preflight-text-do": (
        "Maak het venster groter of de letters kleiner. Is het je eigen gesprek: maak er twee alinea’s van.",
        "Make the window larger or the letters smaller. If the conversation is your own: "
        "make it two paragraphs.",
    ),
    "preflight-replies": (
        "De antwoorden passen niet samen op het scherm, {where}: {lines} regels, er is plaats voor {room}.",
        "The replies do not fit on the screen together, {where}: {lines} lines, there is room for {room}.",
    ),
    "preflight-replies-do": (
        "Maak het venster groter of de letters kleiner. Is het je eigen gesprek: maak de antwoorden korter.",
        "Make the window larger or the letters smaller. If the conversation is your own: "
        "shorten the replies.",
    ),
    "preflight-more-texts": ("Nog {count} teksten passen niet.", "{count} more texts do not fit."),
    "fit-you": ("de inleiding", "the introduction"),
    "fit-line": ("scène {scene}", "scene {scene}"),
    "fit-replies": ("scène {scene}", "scene {scene}"),
    "fit-some-replies": (
        "scène {scene}, als alle antwoorden er zijn",
        "scene {scene}, when all replies are there",
    ),
    "fit-reply": ("scène {scene}, antwoord {reply}", "scene {scene}, reply {reply}"),
    "fit-reaction": ("scène {scene}, reactie op {reply}", "scene {scene}, reaction to {reply}"),
    "fit-ending": ("einde {scene}", "ending {scene}"),
    # addresses and port
    "preflight-extra": (
        "Stemmen met telefoons kan nog niet: daar is een aanvulling voor nodig.",
        "Voting by phone is not possible yet: that needs an addition.",
    ),
    "preflight-extra-do": (
        'Installeer die, nu er nog internet is: {python} -m pip install "{extra}"',
        'Install it while there is internet: {python} -m pip install "{extra}"',
    ),
    "preflight-no-address": (
        "Deze laptop zit op geen enkel netwerk waar telefoons bij kunnen.",
        "This laptop is on no network that phones can get to.",
    ),
    "preflight-address": (
        "Telefoons gaan naar {address}: {why} ({name}).",
        "Phones go to {address}: {why} ({name}).",
    ),
    "preflight-bad-address": (
        "Het beste adres is {address} ({name}), maar dat werkt niet: {why}.",
        "The best address is {address} ({name}), but that will not work: {why}.",
    ),
    "preflight-others": ("Het kan ook zijn: {others}.", "It may also be: {others}."),
    "preflight-others-do": (
        "Zitten de telefoons op het andere netwerk? Start met --host {other}.",
        "Are the phones on the other network? Start with --host {other}.",
    ),
    "preflight-host": ("--host {host}: {why}.", "--host {host}: {why}."),
    "preflight-host-do": ("Kies uit: {known}.", "Choose from: {known}."),
    "preflight-port": ("Poort {port} is vrij.", "Port {port} is free."),
    "preflight-port-moves": (
        "Poort {port} is bezet; de workshop neemt dan {other}.",
        "Port {port} is taken; the workshop then takes {other}.",
    ),
    "preflight-port-taken": (
        "Poort {port} is bezet: een ander programma gebruikt die (of nog een workshop).",
        "Port {port} is taken: another program uses it (or another workshop).",
    ),
    "preflight-port-forbidden": (
        "Poort {port} mag dit programma niet gebruiken.",
        "This program may not use port {port}.",
    ),
    "preflight-port-other": (
        "Poort {port} kan niet worden geopend op {address}.",
        "Port {port} cannot be opened at {address}.",
    ),
    "preflight-port-do": (
        "Neem een andere poort: {command} workshop --phones --port {port}",
        "Take another port: {command} workshop --phones --port {port}",
    ),
    "preflight-cannot-open": (
        "De pagina voor de telefoon gaat niet open: {why}.",
        "The page for the phone does not open: {why}.",
    ),
    # the code
    "preflight-qr": (
        "De QR-code past in het venster ({columns} × {rows}).",
        "The QR code fits in the window ({columns} × {rows}).",
    ),
    "preflight-qr-large": (
        "De QR-code past niet in het venster: hij is {columns} × {rows}.",
        "The QR code does not fit in the window: it takes {columns} × {rows}.",
    ),
    "preflight-qr-large-do": (
        "Maak het venster groter. Het adres intypen werkt ook.",
        "Make the window larger. Typing the address works too.",
    ),
    # one phone
    "preflight-not-tried": ("Het is niet met een telefoon geprobeerd.", "It was not tried with a phone."),
    "preflight-skipped": (
        "De proef met de telefoon is overgeslagen.",
        "The phone test was skipped.",
    ),
    "preflight-hands-only": (
        "Handen tellen kan altijd. Met telefoons is het niet geprobeerd; dat doet: {command} --phones",
        "Counting hands always works. Votes by phone were not tried; to do so: {command} --phones",
    ),
    "preflight-not-tried-do": (
        "Doe het in de zaal, voor er iemand is: {command} --phones",
        "Do it in the room, before anybody is there: {command} --phones",
    ),
    "preflight-back": (
        "Eén telefoon heen en terug: de pagina kwam aan.",
        "One phone, there and back: the page came through.",
    ),
    "preflight-arrived": (
        "De telefoon bereikte de laptop, maar de pagina kwam niet helemaal terug.",
        "The phone reached the laptop, but the page did not quite come back.",
    ),
    "preflight-arrived-do": (
        "Kijk op de telefoon. Staat er ‘Het werkt’? Dan is het goed. Zo niet: het wifi-signaal is zwak, "
        "ga dichterbij zitten of gebruik een hotspot.",
        "Look at the phone. Does it say ‘It works’? Then all is well. If not: the Wi-Fi is weak here, "
        "sit nearer or use a hotspot.",
    ),
    "preflight-nothing": (
        "Er kwam geen telefoon binnen in {seconds} seconden. Blijft de pagina laden, dan houdt "
        "iets hem tegen.",
        "No phone came in within {seconds} seconds. If the page keeps loading, something holds it up.",
    ),
    "preflight-only-itself": (
        "Alleen deze laptop zelf opende de pagina, geen telefoon, in {seconds} seconden.",
        "Only this laptop itself opened the page, no phone, within {seconds} seconds.",
    ),
    "preflight-same-wifi": (
        "Zit de telefoon op dezelfde wifi als de laptop? Zet mobiele data en VPN op de telefoon "
        "even uit. Vraagt de wifi om in te loggen: doe dat eerst.",
        "Is the phone on the same Wi-Fi as the laptop? Switch off its mobile data and VPN for a "
        "moment. If the Wi-Fi asks you to log in: do that first.",
    ),
    "preflight-firewall-windows": (
        "Firewall van Windows: Instellingen, Privacy en beveiliging, Windows-beveiliging, Firewall, "
        "‘Een app toestaan’: vink Python aan, bij Privé én Openbaar. Een laptop van het werk laat dat soms "
        "niet toe.",
        "Windows firewall: Settings, Privacy & security, Windows Security, Firewall, ‘Allow an app’: "
        "tick Python, both Private and Public. A laptop from work may not allow it.",
    ),
    "preflight-firewall-mac": (
        "Firewall van de Mac: Systeeminstellingen, Netwerk, Firewall, Opties: laat inkomende verbindingen "
        "voor Python (of je terminal) toe.",
        "Firewall of the Mac: System Settings, Network, Firewall, Options: allow incoming connections for "
        "Python (or your terminal).",
    ),
    "preflight-firewall-linux": (
        "Firewall van deze laptop: laat poort {port} toe, met ‘sudo ufw allow {port}/tcp’ of "
        "‘sudo firewall-cmd --add-port={port}/tcp’.",
        "Firewall of this laptop: allow port {port}, with ‘sudo ufw allow {port}/tcp’ or "
        "‘sudo firewall-cmd --add-port={port}/tcp’.",
    ),
    "preflight-guest": (
        "Gastwifi houdt apparaten vaak uit elkaar: dan komt er nooit iets aan, wat je ook instelt.",
        "Guest Wi-Fi often keeps devices apart: then nothing ever arrives, whatever you set.",
    ),
    "preflight-hotspot": (
        "Gebruik een eigen hotspot, van een telefoon of van de laptop: laptop en alle telefoons erop "
        "(een telefoon kan er vaak maar tien aan).",
        "Use a hotspot of your own, of a phone or of the laptop: laptop and all phones on it "
        "(a phone often takes only ten).",
    ),
    "preflight-hands": (
        "Zonder telefoons gaat het ook: tel handen. Dat werkt altijd.",
        "It works without phones too: count hands. That always works.",
    ),
}
"""What `luisterkamer workshop --preflight` says."""
