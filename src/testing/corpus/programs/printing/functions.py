def f():
    return f
print f, [f]
# expect: <function f> [<function f>]
print(len)
# expect: <built-in function len>
