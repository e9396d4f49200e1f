def tell(x):
    print("made", x)
    return x
print("{b} {} {a}".format(tell(1), b=tell(2), a=tell(3)))
# expect: made 1
# expect: made 2
# expect: made 3
# expect: 2 1 3
