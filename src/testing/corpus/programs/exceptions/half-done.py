# What was done before the exception stays.
x = []
try:
    for i in range(5):
        x.append(10 // (3 - i))
except ZeroDivisionError:
    x.append("stop")
print(x)
a = b = 0
try:
    a, b = 1, 1 // 0
except ZeroDivisionError:
    pass
print(a, b)

# expect: [3, 5, 10, 'stop']
# expect: 0 0
