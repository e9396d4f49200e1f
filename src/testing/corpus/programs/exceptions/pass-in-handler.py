# A handler may do nothing.
try:
    1 // 0
except ZeroDivisionError: pass
try: [][0]
except IndexError: print("one line")
finally: print("done")

# expect: one line
# expect: done
