print
# expect:
print ""
# expect:
print("")
# expect:
