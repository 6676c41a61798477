"""Every sentence and every number as text, for the screen and the command line alike."""
