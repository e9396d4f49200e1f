from parallel import *

if coreid() == 0:
    value = 20
    # Send it to core 1, and print what comes back.
elif coreid() == 1:
    # Receive the value, print it, and send its double back.
    pass
