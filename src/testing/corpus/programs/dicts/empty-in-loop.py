for k in {}:
    print("never")
for k, v in {}.items():
    print("never")
else:
    print("done")
# expect: done
