def f():
    return 1
print(callable(len), callable(f), callable(int), callable(5), callable("f"))
# expect: True True True False False
