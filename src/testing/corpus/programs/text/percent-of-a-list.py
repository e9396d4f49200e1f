print("%s" % [1, 2], "none" % [1])
# expect: [1, 2] none
