print("Straße".casefold() == "STRASSE".casefold(), "ΣΑΣ".casefold())
# expect: True σασ
