# title: Too much for 32 KB
# look: A list grows until the core's memory is full. Watch the memory bar of core 0, and read the error.
# ends: failed

from parallel import *

numbers = []
if coreid() == 0:
    while True:
        # A number takes a few bytes; a core has 32,768 of them for everything.
        numbers.append(len(numbers))
else:
    print("I am content with what I have")
