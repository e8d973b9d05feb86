// The formats that are JSON, told apart by the members that they have. docs/export.md says where the
// knowledge of other apps' formats comes from.
#pragma once

#include "core/exchange/import_builder.h"
#include "core/exchange/json_tree.h"

namespace larder::exchange {

ImportFormat formatOf(const JsonTree::Value &root);

// Of a format that is JSON.
void readJson(ImportFormat format, const JsonTree::Value &root, ImportBuilder &builder);

void readLarder(const JsonTree::Value &root, ImportBuilder &builder);
void readKitchenOwl(const JsonTree::Value &root, ImportBuilder &builder);
void readBring(const JsonTree::Value &root, ImportBuilder &builder);
void readGoogleKeep(const JsonTree::Value &root, ImportBuilder &builder);
void readGoogleTasks(const JsonTree::Value &root, ImportBuilder &builder);
// Each recipe that is anywhere in it becomes a list.
void readRecipes(const JsonTree::Value &root, ImportBuilder &builder);

bool hasRecipe(const JsonTree::Value &root);

// What the tree could not make sense of.
void complainOf(const JsonTree &tree, ImportBuilder &builder);

} // namespace larder::exchange
