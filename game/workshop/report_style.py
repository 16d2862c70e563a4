"""How the report of a session looks beyond what every page has."""

from __future__ import annotations

STYLE = """
body { max-width: 60rem; }
p, li { max-width: 42rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .3rem; }
.ways { display: grid; grid-template-columns: repeat(auto-fit, minmax(17rem, 1fr)); gap: 0 2rem; }
.ways.alone { display: block; max-width: 42rem; }
.way { break-inside: avoid; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; font-weight: bold; margin-top: 1rem; }
th, td { text-align: right; vertical-align: top; padding: .25rem .6rem; border-top: 1px solid #8886; }
thead th { border-top: 0; white-space: nowrap; font-weight: normal; font-size: .85rem; }
tbody th { text-align: left; }
.words, th:first-child { text-align: left; }
td { min-width: 6rem; }
section.decision p { margin: .15rem 0; }
.decision th:first-child, .principle th:first-child { width: 2rem; }
td.words { width: 60%; }
small { display: block; opacity: .8; white-space: nowrap; }
.bar { display: block; border-top: .35rem solid var(--trust); margin-left: auto; }
.played { color: var(--trust); font-size: .85rem; white-space: nowrap; }
.all th, .all td { border-top-width: 2px; }
@media (max-width: 36rem) { thead th, small { white-space: normal; } td { min-width: 2rem; } }
"""
