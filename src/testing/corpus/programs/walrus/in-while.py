xs = [3, 2, 1]
while (n := len(xs)) > 0:
    xs.pop()
print(n)
# expect: 0
