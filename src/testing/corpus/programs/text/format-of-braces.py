print("{{}} {{{}}}".format(1))
# expect: {} {1}
