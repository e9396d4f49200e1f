from parallel import *

if coreid() == 0:
    value = 20
    # Send it to core 1, and print what comes back.
    send(value, 1)
    print("Back came", recv(1))
elif coreid() == 1:
    # Receive the value, print it, and send its double back.
    value = recv(0)
    print("I got", value)
    send(value * 2, 0)
