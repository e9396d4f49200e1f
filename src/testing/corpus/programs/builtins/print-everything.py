def f(): return 1
print(1, 2.0, True, None, "a", [1, "b"], (1,), f, len, [f, (None, [])])
# expect: 1 2.0 True None a [1, 'b'] (1,) <function f> <built-in function len> [<function f>, (None, [])]
print(list(zip("ab", [1, 2])), list(enumerate("a")), divmod(5, 3))
# expect: [('a', 1), ('b', 2)] [(0, 'a')] (1, 2)
