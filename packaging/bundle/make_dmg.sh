#!/bin/sh
# Make the disk image of macOS from dist/cnnviz.app, which packaging/bundle/build.py built.
# With SIGN_AS="Developer ID Application: ..." it is signed; without, by nobody ("-"), and
# who opens it first has to allow it in System Settings.
set -eu
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' cnnviz/__init__.py)
image=dist/cnnviz-$version-macos-$(uname -m).dmg
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

codesign --force --deep --sign "${SIGN_AS:--}" dist/cnnviz.app
cp -R dist/cnnviz.app "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname "cnnviz $version" -srcfolder "$stage" -format ULMO "$image"
hdiutil verify "$image"
