print(format(3.14159, ".2f"), format(5), format("a", ">3"), format(True, "d"), format(255, "#x"))
# expect: 3.14 5   a 1 0xff
