from parallel import *

# Make every core say which one it is, and how many there are.
print(f"Hello from core {coreid()} of {numcores()}")
