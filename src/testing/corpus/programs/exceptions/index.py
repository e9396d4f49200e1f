# What an index that is out of range says.
x = [1, 2]
t = (1, 2)
s = "ab"
try:
    x[2]
except IndexError as e:
    print(e)
try:
    t[-3]
except IndexError as e:
    print(e)
try:
    s[5]
except IndexError as e:
    print(e)
try:
    x[2] = 0
except IndexError as e:
    print(e)
try:
    del x[7]
except IndexError as e:
    print(e)
try:
    x.pop(9)
except IndexError as e:
    print(e)
try:
    [].pop()
except IndexError as e:
    print(e)
print(x)

# expect: list index out of range
# expect: tuple index out of range
# expect: string index out of range
# expect: list assignment index out of range
# expect: list assignment index out of range
# expect: pop index out of range
# expect: pop from empty list
# expect: [1, 2]
