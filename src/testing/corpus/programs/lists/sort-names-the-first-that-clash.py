for x in [[1, "a", 0], [1, 0, "a", None], [(1, 2), (1, "b"), (1, 0)]]:
    try:
        x.sort()
    except TypeError as error:
        print(error)
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'str' and 'int'
# expect: '<' not supported between instances of 'str' and 'int'
