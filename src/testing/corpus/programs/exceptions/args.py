# The arguments of an exception.
e = ValueError("a", 1, [2])
print(e.args, len(e.args), e.args[0])
print(ValueError().args)

# expect: ('a', 1, [2]) 3 a
# expect: ()
