from parallel import *

# Core 0, the last core and all the others print different lines.
if coreid() == 0:
    print("I lead", numcores(), "cores")
elif coreid() == numcores() - 1:
    print("I am the last")
else:
    print("I am core", coreid())
