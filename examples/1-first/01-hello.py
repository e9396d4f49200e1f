# title: Hello from every core
# look: All cores run the same program, and each knows its own id.

from parallel import *

print(f"Hello from core {coreid()} of {numcores()}")
