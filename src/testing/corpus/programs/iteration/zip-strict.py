print(list(zip([1, 2], "ab", strict=True)), list(zip([1], [2, 3], strict=False)))
for a, b, c in [([1, 2], [1], [1]), ([1], [1, 2], [1]), ([1], [1], [])]:
    try:
        print(list(zip(a, b, c, strict=True)))
    except ValueError as e:
        print(e)
# expect: [(1, 'a'), (2, 'b')] [(1, 2)]
# expect: zip() argument 2 is shorter than argument 1
# expect: zip() argument 2 is longer than argument 1
# expect: zip() argument 3 is shorter than arguments 1-2
