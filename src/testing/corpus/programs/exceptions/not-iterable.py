# Going through what has no elements.
for x in [5, None, 1.5]:
    try:
        for y in x:
            print(y)
    except TypeError as e:
        print(e)

# expect: 'int' object is not iterable
# expect: 'NoneType' object is not iterable
# expect: 'float' object is not iterable
