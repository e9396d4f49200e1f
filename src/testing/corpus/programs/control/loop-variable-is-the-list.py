a = [1, 2, 3]
for a in a: print a,
print a
# expect: 1 2 3 3
s = "xy"
for s in s: print s,
print s
# expect: x y y
