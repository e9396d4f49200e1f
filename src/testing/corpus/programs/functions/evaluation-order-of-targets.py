log = []
def note(n):
    log.append(n)
    return n
a = [0, 0, 0]
a[note(1)] = note(2)
print log, a
# expect: [2, 1] [0, 2, 0]
log = []
a[note(0)] += note(5)
print log, a
# expect: [0, 5] [5, 2, 0]
def where(): 
    global a
    a = [9, 9, 9]
    return 1
b = a
b2 = a
a[where()] = 4
print a, b
# expect: [9, 9, 9] [5, 4, 0]
