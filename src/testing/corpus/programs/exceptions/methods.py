# Methods that a value does not have.
for x in [5, None, 1.5, (1, 2)]:
    try:
        x.append(3)
    except AttributeError as e:
        print(e)
for x in [5, [1]]:
    try:
        x.upper()
    except AttributeError as e:
        print(e)

# expect: 'int' object has no attribute 'append'
# expect: 'NoneType' object has no attribute 'append'
# expect: 'float' object has no attribute 'append'
# expect: 'tuple' object has no attribute 'append'
# expect: 'int' object has no attribute 'upper'
# expect: 'list' object has no attribute 'upper'
