print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(1, 4, 2) == range(1, 5, 2), range(2) == [0, 1])
print({range(3): 1}[range(0, 3)])
# expect: True True True False
# expect: 1
