def now():
    return 41
f = lambda x=now() + 1: x
print(f(), f(1))
# expect: 42 1
