print("{name} is {age}".format(name="Ann", age=3), "{} {x}".format(1, x=2))
# expect: Ann is 3 1 2
