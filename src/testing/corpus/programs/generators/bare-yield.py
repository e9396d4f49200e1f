def three():
    yield
    yield
    return


for x in three():
    print(x)
# expect: None
# expect: None
