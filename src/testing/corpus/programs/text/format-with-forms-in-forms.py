print("{:{}}|{:{fill}>{width}}".format(5, ">4", 6, fill="*", width=5))
# expect:    5|****6
