print("aBc1".swapcase(), "Straße".swapcase(), "ΑΣ".lower(), "ŉ".upper())
# expect: AbC1 sTRASSE ας ʼN
