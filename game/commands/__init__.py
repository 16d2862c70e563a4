"""What each command of the command line does. Imported one at a time, when it is asked for."""
