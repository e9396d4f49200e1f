# Garbage many times the size of the core's heap.
s = ""
i = 0
while i < 300:
    s = s + "x"
    i += 1
print len(s)
# expect: 300
