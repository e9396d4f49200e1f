print(True & False, True | False, True & 1, type(True | True), True + True)
# expect: False True 1 <class 'bool'> 2
