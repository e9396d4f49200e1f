# An exception on the host: its lines, innermost first.
import helper

def half(x):
    return helper.divide(x, 0)

print("before")
half(1)
# expect host: before
# fault: core 16 host-exception line 2 of helper.py
# outcome: failed
