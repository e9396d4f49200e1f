def f():
    pass
x = 5
empty = []
print(x == None, None == None, x is None, None == 0, None == False, "" == None)
# expect: False True False False False False
print(len == len, len == abs, f == f, f is f, int == len, f == None)
# expect: True False True True False False
print(True == 1, 1 == 1.0, 0.0 == False, "1" == 1, True is True, True is 1, 0.0 == -0.0)
# expect: True True True False True False True
print((1, 2) == [1, 2], (1,) == (1.0,), [1, True] == [True, 1], [] == (), () == (), [[]] == [[]])
# expect: False True True False True True
print("a" is "a", x is x, [1] is [1], empty is empty, None in [None], 1 in [True], (1, 2) in [[1, 2]])
# expect: True True False True True True False
print([None] == [None], (None,) < (None, 1), [None, 1] < [None, 2], (len, 1) < (len, 2), [int] <= [int], [1, None] < [2, None])
# expect: True True True True True True
