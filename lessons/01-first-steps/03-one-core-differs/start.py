from parallel import *

# Core 0, the last core and all the others print different lines.
if coreid() == 0:
    print("I lead 16 cores")
else:
    print("I am not the first")
