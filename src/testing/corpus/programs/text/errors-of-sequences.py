def tell(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


tell(lambda: sum(["a"], ""))
# expect: TypeError sum() can't sum strings [use ''.join(seq) instead]
tell(lambda: sum([[1], 2], []))
# expect: TypeError can only concatenate list (not "int") to list
tell(lambda: sum(5))
# expect: TypeError 'int' object is not iterable
tell(lambda: [1] < ["a"])
# expect: TypeError '<' not supported between instances of 'int' and 'str'
tell(lambda: min([]))
# expect: ValueError min() arg is an empty sequence
tell(lambda: max(1, "a"))
# expect: TypeError '>' not supported between instances of 'str' and 'int'
tell(lambda: [][0])
# expect: IndexError list index out of range
tell(lambda: [1].index(2))
# expect: ValueError 2 is not in list
tell(lambda: "abc"[10])
# expect: IndexError string index out of range
tell(lambda: "a" + 1)
# expect: TypeError can only concatenate str (not "int") to str
tell(lambda: 1 in "abc")
# expect: TypeError 'in <string>' requires string as left operand, not int
tell(lambda: list(5))
# expect: TypeError 'int' object is not iterable
tell(lambda: len(5))
# expect: TypeError object of type 'int' has no len()
