part = slice(2, 8, 2)
print(part, part.start, part.stop, part.step, slice(3), slice(1, None), part == slice(2, 8, 2), part == slice(2))
print(list(range(10))[part], "abcdefgh"[slice(None, None, -1)], (1, 2, 3)[slice(1, 3)], range(10)[slice(2, 5)], b"abc"[slice(1)])
print(part.indices(5), slice(None, None, -1).indices(4), slice(-3, 99).indices(5), type(part), isinstance(part, slice))
try:
    hash(part)
except TypeError as error:
    print(error)
# expect: slice(2, 8, 2) 2 8 2 slice(None, 3, None) slice(1, None, None) True False
# expect: [2, 4, 6] hgfedcba (2, 3) range(2, 5) b'a'
# expect: (2, 5, 2) (3, -1, -1) (2, 5, 1) <class 'slice'> True
# expect: unhashable type: 'slice'
