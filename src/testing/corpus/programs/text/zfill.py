print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "abc".zfill(2), "--1".zfill(5), "".zfill(3))
# expect: 00042 -0042 +004 abc -00-1 000
