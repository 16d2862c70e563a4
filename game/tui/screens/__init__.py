"""The screens: house, conversation, debrief, and the pages on top of them."""
