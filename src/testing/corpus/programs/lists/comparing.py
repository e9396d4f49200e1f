print [1, 2] == [1, 2], [1, 2] == [1.0, 2.0], [1] == [1, 2], [] == []
# expect: True True False True
print [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9], (1, 2) < (1, 3)
# expect: True True True True
print [1] == (1,), (1, 2) == (1, 2)
# expect: False True
