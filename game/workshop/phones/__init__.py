"""The page for phones: a small server inside the program, on one address, off unless it was asked for.

Only `app` and `guard` load aiohttp, and `server.Phones` loads those when it starts.
"""
