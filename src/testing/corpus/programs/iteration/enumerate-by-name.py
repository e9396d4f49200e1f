print(list(enumerate(iterable="ab", start=3)))
for number, letter in enumerate(iterable="xy"):
    print(number, letter)
# expect: [(3, 'a'), (4, 'b')]
# expect: 0 x
# expect: 1 y
