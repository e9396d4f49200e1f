a = [1]
a += "xy"
a += (2,)
print(a)
# expect: [1, 'x', 'y', 2]
