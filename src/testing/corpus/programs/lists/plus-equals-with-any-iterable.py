# `+=` puts all that can be gone through at the end of a list, and leaves the list the same one.
# expect: [1, 2, 3, 0, 1, 'a', 'b', ('k', 5), 5, 7]
# expect: True
# expect: unsupported operand type(s) for +=: 'int' and 'dict'
values = [1]
same = values
values += {2}
values += {3: None}
values += range(2)
values += "ab"
entries = {"k": 5}
values += entries.items()
values += entries.values()
values += (n + 1 for n in [6])
print(values)
print(values is same)
count = 1
try:
    count += entries
except TypeError as error:
    print(error)
