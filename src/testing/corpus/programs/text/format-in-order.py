print("{} {}".format(1, "a"), "{}{}{}".format(1.5, None, [1, "b"]), "{}".format("{}"))
# expect: 1 a 1.5None[1, 'b'] {}
