import sys
print(len(sys.argv), sys.maxsize, sys.byteorder)
# expect: 1 2147483647 little
sys.exit()
print("never")
